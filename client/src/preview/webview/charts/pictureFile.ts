/** A drawing as a file: SVG that stands alone, and PNG. Colours are those of the page at the moment. */
import type { Drawing, Ink, Shape } from './drawing.ts';

export type Colours = (ink: Ink) => string;

const font = 'system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export function svgText({ width, height, shapes }: Drawing, colours: Colours): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(font)}">`,
    `<rect width="100%" height="100%" fill="${colours('ground')}"/>`,
    ...shapes.map(shape => shapeText(shape, colours)),
    '</svg>\n',
  ].join('\n');
}

function shapeText(shape: Shape, colours: Colours): string {
  const colour = colours(shape.ink);
  const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`;
  const title = shape.title === undefined ? '' : `<title>${escaped(shape.title)}</title>`;
  switch (shape.kind) {
    case 'line':
      return `<path d="${shape.path}" fill="none" stroke="${colour}" stroke-width="${shape.width}"${opacity}>${title}</path>`;
    case 'area':
      return `<path d="${shape.path}" fill="${colour}"${opacity}>${title}</path>`;
    case 'circle':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${colour}"${opacity}>${title}</circle>`;
    case 'box': {
      const place = `x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"`;
      return `<rect ${place} fill="${colour}"${opacity}>${title}</rect>`;
    }
    case 'text': {
      const turned = shape.turned === undefined ? '' : ` transform="rotate(${shape.turned} ${shape.x} ${shape.y})"`;
      const weight = shape.isStrong ? ' font-weight="600"' : '';
      const place = `x="${shape.x}" y="${shape.y}" dy="0.35em" font-size="${shape.size}" text-anchor="${shape.anchor}"`;
      return `<text ${place}${weight}${turned} fill="${colour}"${opacity}>${escaped(shape.text)}</text>`;
    }
  }
}

/** XML knows no control characters but tab and line ends. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const known = text.replaceAll(/\p{Cc}/gu, letter => (/[\t\n\r]/.test(letter) ? letter : '\uFFFD'));
  return known.replaceAll(/[&<>"]/g, character => names[character]!);
}

/** Twice as fine as on the page, as far as a browser can draw. */
export async function pngBytes(drawing: Drawing, colours: Colours): Promise<Uint8Array> {
  const most = 16_000;
  const scale = Math.min(2, most / drawing.width, most / drawing.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(drawing.width * scale);
  canvas.height = Math.ceil(drawing.height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.fillStyle = colours('ground');
  context.fillRect(0, 0, drawing.width, drawing.height);
  paint(drawing, context, colours);
  const blob = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(made => (made === null ? reject(new Error('the picture is too large')) : resolve(made))),
  );
  return new Uint8Array(await blob.arrayBuffer());
}

export function paint({ shapes }: Drawing, context: CanvasRenderingContext2D, colours: Colours): void {
  for (const shape of shapes) {
    context.globalAlpha = shape.opacity ?? 1;
    const colour = colours(shape.ink);
    context.fillStyle = colour;
    switch (shape.kind) {
      case 'line':
        context.strokeStyle = colour;
        context.lineWidth = shape.width;
        context.stroke(new Path2D(shape.path));
        break;
      case 'area':
        context.fill(new Path2D(shape.path));
        break;
      case 'circle':
        context.beginPath();
        context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
        context.fill();
        break;
      case 'box':
        context.fillRect(shape.x, shape.y, shape.width, shape.height);
        break;
      case 'text':
        paintText(shape, context);
    }
  }
  context.globalAlpha = 1;
}

function paintText(shape: Extract<Shape, { kind: 'text' }>, context: CanvasRenderingContext2D): void {
  context.font = `${shape.isStrong ? 600 : 400} ${shape.size}px ${font}`;
  context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
  context.textBaseline = 'middle';
  context.save();
  context.translate(shape.x, shape.y);
  if (shape.turned !== undefined) context.rotate((shape.turned * Math.PI) / 180);
  context.fillText(shape.text, 0, 0);
  context.restore();
}

/** The page's colours, read from its style; whatever a style can say becomes a plain colour. */
export function coloursOfPage(): Colours {
  const known = new Map<Ink, string>();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const probe = document.body.appendChild(document.createElement('span'));
  const read = (ink: Ink): string => {
    probe.className = `probe ink-${ink}`;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    if (alpha === 255) return `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
    return `rgba(${red}, ${green}, ${blue}, ${Number((alpha / 255).toFixed(3))})`;
  };
  return ink => {
    const colour = known.get(ink);
    if (colour !== undefined) return colour;
    if (!probe.isConnected) document.body.append(probe);
    known.set(ink, read(ink));
    probe.remove();
    return known.get(ink)!;
  };
}
