/** What is printed for readers, as it will be printed. */
import type { PublicationView, RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import { absent, formatRank } from './format.ts';
import type { Host } from './host.ts';

/** More rows than this are counted instead of shown. */
const mostRows = 300;

interface PublicationsProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
}

export function Publications({ ranking, strings, host }: PublicationsProps) {
  if (ranking.publications.length === 0) return <p class="note">{strings.noPublications}</p>;
  return (
    <div class="publications">
      {ranking.publications.map(publication => (
        <article key={publication.id}>
          <h2>
            <button
              type="button"
              class="link title"
              onClick={() => host.post('reveal', { kind: 'publication', id: publication.id })}
            >
              {publication.title}
            </button>{' '}
            {publication.kind === 'units' && <span class="quiet">{strings.units(publication.rows.length)}</span>}
          </h2>
          {publication.kind === 'units' ? (
            <UnitList publication={publication} strings={strings} />
          ) : (
            <Table publication={publication} />
          )}
        </article>
      ))}
    </div>
  );
}

function UnitList({ publication, strings }: { publication: PublicationView & { kind: 'units' }; strings: Strings }) {
  const { rows } = publication;
  if (rows.length === 0) return <p class="quiet">{strings.nobody}</p>;
  return (
    <ul class="names">
      {rows.slice(0, mostRows).map(({ rank, unit, name }) => (
        <li key={unit}>
          {rank !== null && <span class="place">{formatRank(rank)}</span>}
          {name}
        </li>
      ))}
      {rows.length > mostRows && <li class="quiet">{strings.more(rows.length - mostRows)}</li>}
    </ul>
  );
}

function Table({ publication }: { publication: PublicationView & { kind: 'table' } }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <td />
            {publication.columns.map(column => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {publication.rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={publication.columns[index]}>{cell ?? absent}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
