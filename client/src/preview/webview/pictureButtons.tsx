/** The ways of a chart out of the page: SVG and PNG. */
import type { Drawing } from './charts/drawing.ts';
import { coloursOfPage, pngBytes, svgText } from './charts/pictureFile.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import { type Asked, useAsked } from './partProps.ts';

interface PictureButtonsProps {
  readonly host: Host;
  readonly strings: Strings;
  readonly asked: Asked | null;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly draw: () => Drawing | Promise<Drawing>;
}

export function PictureButtons({ host, strings, asked, name, draw }: PictureButtonsProps) {
  const save = async (ending: 'svg' | 'png') => {
    const drawing = await draw();
    const colours = coloursOfPage();
    const content = ending === 'svg' ? svgText(drawing, colours) : await pngBytes(drawing, colours);
    host.post('save', { name: `${name}.${ending}`, content });
  };
  useAsked(asked, format => format !== 'csv' && void save(format));
  return (
    <span class="ways">
      {(['svg', 'png'] as const).map(ending => (
        <button
          type="button"
          key={ending}
          class="link"
          aria-label={strings.exportAs(ending.toUpperCase())}
          onClick={() => void save(ending)}
        >
          {ending.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
