/** A drawing in the page. */
import type { Drawing, Shape } from './drawing.ts';

interface PictureProps {
  readonly drawing: Drawing;
  /** What a screen reader says of the whole; the same figures are in a table or a list elsewhere. */
  readonly label: string;
  /** The subject that is set off from the others. */
  readonly chosen: string | null;
  /** The subject at the editor's cursor. */
  readonly cursor?: string | undefined;
  readonly choose: (subject: string) => void;
}

export function Picture({ drawing, label, chosen, cursor, choose }: PictureProps) {
  const { width, height, shapes } = drawing;
  const pointed = (event: MouseEvent) => {
    const subject = (event.target as Element).closest('[data-subject]')?.getAttribute('data-subject');
    if (subject != null) choose(subject);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same can be chosen in the table by keyboard
    <svg
      class={`picture ${chosen === null ? '' : 'has-chosen'}`}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      onClick={pointed}
    >
      {shapes.map((shape, index) => (
        <ShapeElement key={index} shape={shape} marks={marksOf(shape, chosen, cursor)} />
      ))}
    </svg>
  );
}

function marksOf({ subject }: Shape, chosen: string | null, cursor: string | undefined): string {
  if (subject === undefined) return '';
  return `is-subject ${subject === chosen ? 'is-chosen' : ''} ${subject === cursor ? 'is-cursor' : ''}`;
}

function ShapeElement({ shape, marks }: { readonly shape: Shape; readonly marks: string }) {
  const { subject, title, opacity, ink } = shape;
  const common = {
    class: `shape is-${shape.kind} ink-${ink} ${marks}`,
    ...(subject === undefined ? {} : { 'data-subject': subject }),
    ...(opacity === undefined ? {} : { opacity }),
  };
  const said = title === undefined ? null : <title>{title}</title>;
  switch (shape.kind) {
    case 'line':
      return (
        <path {...common} d={shape.path} stroke-width={shape.width}>
          {said}
        </path>
      );
    case 'area':
      return (
        <path {...common} d={shape.path}>
          {said}
        </path>
      );
    case 'circle':
      return (
        <circle {...common} cx={shape.x} cy={shape.y} r={shape.radius}>
          {said}
        </circle>
      );
    case 'box':
      return (
        <rect {...common} x={shape.x} y={shape.y} width={shape.width} height={shape.height}>
          {said}
        </rect>
      );
    case 'text':
      return (
        <text
          {...common}
          x={shape.x}
          y={shape.y}
          dy="0.35em"
          font-size={shape.size}
          text-anchor={shape.anchor}
          font-weight={shape.isStrong ? 600 : 400}
          {...(shape.turned === undefined ? {} : { transform: `rotate(${shape.turned} ${shape.x} ${shape.y})` })}
        >
          {shape.text}
          {said}
        </text>
      );
  }
}
