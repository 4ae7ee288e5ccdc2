/** The switches that would take the page's protection away; the stand-in has no window for them. */
import type { WebPreferences } from 'electron';

const required: readonly [keyof WebPreferences, unknown][] = [
  ['sandbox', true],
  ['contextIsolation', true],
  ['webSecurity', true],
  ['nodeIntegration', false],
  ['nodeIntegrationInWorker', false],
  ['nodeIntegrationInSubFrames', false],
  ['webviewTag', false],
  ['allowRunningInsecureContent', false],
  ['experimentalFeatures', false],
  ['plugins', false],
  ['enableBlinkFeatures', undefined],
];

/** Preferences that change nothing the stand-in could show, or that it honours. */
const known: readonly (keyof WebPreferences)[] = [
  'preload',
  'session',
  'partition',
  'devTools',
  'spellcheck',
  'disableDialogs',
  'safeDialogs',
  'enableWebSQL',
  'navigateOnDragDrop',
  'backgroundThrottling',
  'additionalArguments',
  'zoomFactor',
  'images',
  'javascript',
  'webgl',
  'textAreasAreResizable',
  'autoplayPolicy',
  'defaultEncoding',
  'defaultFontFamily',
  'defaultFontSize',
  'defaultMonospaceFontSize',
  'minimumFontSize',
  'scrollBounce',
  'accessibleTitle',
  'disableBlinkFeatures',
  'focusOnNavigation',
];

/** Throws for a preference that weakens the page, and by name for one the stand-in does not know. */
export function checkWebPreferences(preferences: WebPreferences): void {
  for (const [name, value] of required) {
    if (name in preferences && preferences[name] !== undefined && preferences[name] !== value) {
      throw new Error(
        `webPreferences.${name} is ${JSON.stringify(preferences[name])}; the stand-in host only opens protected pages: leave it out or set it to ${JSON.stringify(value)}.`,
      );
    }
  }
  const names = new Set<string>([...known, ...required.map(([name]) => name)]);
  const stranger = Object.keys(preferences).find((name) => !names.has(name));
  if (stranger) throw new Error(`The stand-in host does not know webPreferences.${stranger}.`);
}
