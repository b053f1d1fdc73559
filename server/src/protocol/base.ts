/** What a definition is compared with, as the user names it. Plain types. */

/** What stood before. */
export type CompareBase =
  | { readonly kind: 'commit'; readonly revision: string }
  /** What `previous:` names. */
  | { readonly kind: 'previous' }
  | { readonly kind: 'file'; readonly uri: string };

/** What the ranking is compared with: nothing, the saved file, a commit, what `previous` names, another file. */
export type BaselineChoice = { readonly kind: 'none' } | { readonly kind: 'saved' } | CompareBase;
