/** The words for colours by meaning; apart from what finds them, for they are said before anything is looked at. */

/** In the words that all editors have colours for. */
export const semanticTokenTypes = [
  'property',
  'enumMember',
  'number',
  'class',
  'variable',
  'type',
  'struct',
  'enum',
  'namespace',
  'string',
] as const;

export const semanticTokenModifiers = ['declaration'] as const;
