/**
 * A unit's total from the index down to the cells: a tree of what each indicator adds. The focus stays on the tree;
 * `aria-activedescendant` names the active row.
 */
// The focus is on the tree, which handles the keys and names its active row, so:
// biome-ignore-all lint/a11y/useFocusableInteractive: see above
// biome-ignore-all lint/a11y/useKeyWithClickEvents: see above
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is there
import { useRef, useState } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { UnitDetails, UnitPart } from '../../../../server/src/protocol/questions.ts';
import type { Strings } from './english.ts';
import { absent, alignedShare, formatDifference, formatScore, positionIn } from './format.ts';
import type { Host } from './host.ts';
import { movedPart, shownParts } from './parts.ts';
import { useAnswer } from './useAnswer.ts';

interface BreakdownProps {
  readonly ranking: RankingView;
  readonly details: UnitDetails;
  /** Ids of the indicators that are open. */
  readonly opened: readonly string[];
  readonly open: (opened: readonly string[]) => void;
  /** Ids of the indicator at the editor's cursor, from level 1 down. */
  readonly cursor: readonly string[];
  readonly strings: Strings;
  readonly host: Host;
}

export function Breakdown(props: BreakdownProps) {
  const { details, strings, host } = props;
  const opened = new Set(props.opened);
  const [active, setActive] = useState(0);
  const tree = useRef<HTMLDivElement>(null);
  const shown = shownParts(details.parts, opened);
  const toggle = (id: string, isOpen: boolean) =>
    props.open(isOpen ? [...props.opened, id] : props.opened.filter(each => each !== id));
  const reveal = (id: string) => host.post('reveal', { kind: 'indicator', id });

  const onKeyDown = (event: KeyboardEvent) => {
    const part = shown[Math.min(active, shown.length - 1)];
    const move = movedPart(shown, active, opened, event.key);
    if (part === undefined) return;
    if (move !== null) {
      if ('open' in move) toggle(move.open, true);
      else if ('close' in move) toggle(move.close, false);
      else {
        setActive(move.active);
        document.getElementById(rowId(shown[move.active]!))?.scrollIntoView({ block: 'nearest' });
      }
    } else if (event.key === 'Enter' || event.key === 'F12') reveal(part.id);
    else if (event.key === ' ') toggle(part.id, !opened.has(part.id));
    else return;
    event.preventDefault();
  };

  const atCursor = shown.findLast(({ id }) => props.cursor.includes(id));
  const most = Math.max(0, ...details.parts.map(part => part.most ?? 0));
  return (
    <div class="breakdown">
      <div class="part-row head-row" aria-hidden="true">
        <span>{strings.indicator}</span>
        <span class="number">{strings.shareUsed}</span>
        <span class="number">{strings.columns.score}</span>
        <span class="number" title={details.isAdditive ? '' : strings.nominal}>
          {strings.points}
          {details.isAdditive ? '' : ' ≈'}
        </span>
      </div>
      <div
        ref={tree}
        class="tree"
        role="tree"
        tabIndex={0}
        aria-label={strings.breakdown}
        aria-activedescendant={shown[active] && rowId(shown[active])}
        onKeyDown={onKeyDown}
      >
        {shown.map((part, index) => (
          <PartRow
            key={part.id}
            {...props}
            part={part}
            most={most}
            isOpen={opened.has(part.id)}
            isActive={index === active}
            isAtCursor={part === atCursor}
            activate={() => setActive(index)}
            toggle={() => toggle(part.id, !opened.has(part.id))}
            reveal={() => reveal(part.id)}
          />
        ))}
      </div>
      <Sums {...props} />
    </div>
  );
}

interface PartRowProps extends BreakdownProps {
  readonly part: UnitPart;
  /** The longest bar, in points. */
  readonly most: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  /** It, or what is folded away below it, is at the editor's cursor. */
  readonly isAtCursor: boolean;
  readonly activate: () => void;
  readonly toggle: () => void;
  readonly reveal: () => void;
}

function PartRow({ part, most, isOpen, isActive, isAtCursor, activate, toggle, reveal, ...rest }: PartRowProps) {
  const { ranking, strings } = rest;
  const depth = { '--depth': part.depth };
  return (
    <>
      <div
        id={rowId(part)}
        class={`part-row ${isActive ? 'active' : ''} ${part.depth === 0 ? 'is-top' : ''} ${isAtCursor ? 'is-cursor' : ''}`}
        role="treeitem"
        aria-level={part.depth + 1}
        aria-expanded={isOpen}
        aria-selected={isActive}
        onClick={activate}
        onDblClick={reveal}
      >
        <span class="part-name" style={depth} title={part.name}>
          <button type="button" class="twisty" tabIndex={-1} aria-hidden="true" onClick={toggle}>
            {isOpen ? '⌄' : '›'}
          </button>
          <button type="button" class="link plain" tabIndex={-1} onClick={reveal}>
            {part.name}
          </button>
          {part.state !== 'present' && (
            <span class={`badge is-${part.state}`} title={part.reason ?? ''}>
              {strings.states[part.state]}
            </span>
          )}
        </span>
        <span class="number quiet">{part.share === null ? absent : alignedShare(part.share, strings.locale)}</span>
        <span class="number with-bar">
          {part.score !== null && <Track width={1} filled={positionIn(part.score, ranking.scale)} />}
          <span class="figure">{formatScore(part.score, ranking.decimals)}</span>
        </span>
        <span class="number with-bar">
          {part.points !== null && part.most !== null && part.most > 0 && (
            <Track width={part.most / most} filled={Math.max(0, Math.min(1, part.points / part.most))} />
          )}
          <span class="figure">
            {formatScore(part.points, 2)}
            {part.most !== null && <span class="quiet"> / {formatScore(part.most, 2)}</span>}
          </span>
        </span>
      </div>
      {isOpen && part.isLeaf && <Steps {...rest} part={part} />}
    </>
  );
}

function Track({ width, filled }: { width: number; filled: number }) {
  return (
    <span class="track" aria-hidden="true">
      <span class="bar" style={{ width: `${width * 100}%` }}>
        <span class="fill" style={{ width: `${filled * 100}%` }} />
      </span>
    </span>
  );
}

/** The arithmetic of a leaf, asked for when it is opened. */
function Steps({ details, part, ranking, host }: BreakdownProps & { readonly part: UnitPart }) {
  const steps = useAnswer(host, 'steps', { unit: details.unit, indicator: part.id }, ranking);
  return (
    <div class="steps" role="none" style={{ '--depth': part.depth }}>
      {steps?.lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}

/** From the index to the total. */
function Sums({ details, strings, ranking }: BreakdownProps) {
  const { adjustments, index, total } = details;
  if (index === null || total === null) return null;
  const lines: readonly (readonly [string, string])[] = [
    ...(adjustments.length === 0 ? [] : [[strings.index, formatScore(index, ranking.decimals + 2)] as const]),
    ...adjustments.map(({ name, points }) => [name, formatDifference(points, 2)] as const),
    [strings.total, formatScore(total, ranking.decimals + 2)],
  ];
  return (
    <dl class="sums">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowId({ id }: UnitPart): string {
  return `part-of-${id}`;
}
