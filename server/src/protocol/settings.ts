/** Names and shapes of the settings that the extension contributes and the server reads. Knows no editor. */

/** The section that all settings are under; the client synchronises it, the server asks for it. */
export const settingsSection = 'indicators';

export interface Settings {
  /** Language of findings, hovers and the preview; `auto`: the editor's. */
  readonly locale: 'auto' | 'en' | 'zh-CN';
  /** Whether definitions may name data outside the open folders. An editor asks only those of folders that are trusted. */
  readonly allowOutside: boolean;
}

export const defaultSettings: Settings = { locale: 'auto', allowOutside: false };

/** The language id of definitions, in every editor. */
export const languageId = 'indicator-system';

/** That of the configuration of a project (`indicators.config.yaml`). */
export const configurationLanguageId = 'indicator-configuration';
