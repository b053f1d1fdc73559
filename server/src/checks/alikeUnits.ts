/**
 * Which names of units are likely to mean one: those that differ in signs only (`Viet Nam`, `Vietnam`), that one ends in
 * the kind of place and the other does not (北京, 北京市), and short forms that take single characters from several words
 * (科技部 for 科学技术部). 吉林省 and 吉林市, 新疆 and 新疆生产建设兵团, 南京大学
 * and 南京农业大学, Niger and Nigeria are two. Knows no data.
 */

/** Positions of names and of the earlier name that each is likely to mean; `names` may repeat. */
export function alikeNames(names: readonly string[]): readonly (readonly [later: number, earlier: number])[] {
  const found = new Map<number, number>();
  const firstOf = new Map<string, number>();
  names.forEach((name, position) => {
    const key = folded(name);
    const first = firstOf.get(key);
    if (key === '') return;
    if (first === undefined) firstOf.set(key, position);
    else if (names[first] !== name) found.set(position, first);
  });
  const positions = [...firstOf.values()].filter(position => /^\p{sc=Han}+$/u.test(names[position]!));
  for (const group of groupedBy(positions, position => coreOf(names[position]!).charAt(0))) {
    if (group.length > mostCompared) continue;
    group.forEach((later, index) => {
      const earlier = group.slice(0, index).find(each => isShortFor(names[each]!, names[later]!));
      if (earlier !== undefined && !found.has(later)) found.set(later, earlier);
    });
  }
  return [...found].sort(([a], [b]) => a - b);
}

/** Of more names that begin alike every two cannot be compared at each keystroke. */
const mostCompared = 500;

/** Without case, width, accents, spaces and punctuation; with digits punctuation tells apart (1-11, 11-1). */
function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ');
  const words = plain.replace(/\s+/g, ' ').trim();
  return /\d/.test(words) ? words : words.replace(/^the /, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without what says of which state an authority is. */
function coreOf(name: string): string {
  const core = name.replace(/^(?:中华人民共和国|国家|中国)/u, '');
  return core.length >= 3 ? core : name;
}

function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length) return false;
  return isPlaceWithoutKind(short, long) || isCore(short, long) || isAbbreviation(coreOf(short), coreOf(long));
}

/** 北京 and 北京市; 广西 and 广西壮族自治区; 阿坝州 and 阿坝藏族羌族自治州; not 吉林市 and 吉林省. */
function isPlaceWithoutKind(short: string, long: string): boolean {
  if (long.startsWith(short)) {
    return short.length >= 2 && /^(?:省|市|(?:.{1,3}族)*自治[区州县]|特别行政区)$/u.test(long.slice(short.length));
  }
  const kind = short.at(-1)!;
  const rest = long.slice(short.length - 1);
  return (
    short.length >= 3 &&
    /[州县旗]/u.test(kind) &&
    long.startsWith(short.slice(0, -1)) &&
    new RegExp(`^(?:.{1,3}族)+自治${kind}$`, 'u').test(rest)
  );
}

/** 国家税务总局 and 税务总局. */
function isCore(short: string, long: string): boolean {
  return short.length >= 3 && coreOf(long) === short;
}

/**
 * One character or more from each of several words, the first and the last among them: at least two gaps. What lacks one
 * word only (南京大学, 南京农业大学) is another name.
 */
function isAbbreviation(short: string, long: string): boolean {
  const full = long.replace(/委员会$/u, '委').replace(/办公室$/u, '办');
  if (short.length < 3 || short.length >= full.length || short[0] !== full[0] || short.at(-1) !== full.at(-1))
    return false;
  const isOneGap = Array.from(short, (_, at) => at).some(
    at => full.startsWith(short.slice(0, at)) && full.endsWith(short.slice(at)),
  );
  return !isOneGap && isSubsequence(short, full);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function groupedBy(positions: readonly number[], keyOf: (position: number) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const position of positions) {
    const group = groups.get(keyOf(position));
    if (group === undefined) groups.set(keyOf(position), [position]);
    else group.push(position);
  }
  return [...groups.values()];
}
