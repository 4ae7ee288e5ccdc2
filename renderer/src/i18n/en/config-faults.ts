/** What is wrong with a configuration. */
export const configFaults = {
  'config.not-an-object': 'a group of settings is needed, not {{given}}.',
  'config.missing': 'the value is missing; allowed is {{allowed}}.',
  'config.unknown-field': '{{given}} is not known; possible are {{allowed}}.',
  'config.unknown-choice': '{{given}} is not a choice; possible are {{allowed}}.',
  'config.not-a-number': '{{given}} is not a number; allowed is {{allowed}}.',
  'config.not-an-integer': '{{given}} is not a whole number; allowed is {{allowed}}.',
  'config.not-a-boolean': '{{given}} is neither true nor false.',
  'config.not-a-text': '{{given}} is not a text.',
  'config.bad-formula': 'This formula cannot be read: {{given}}.',
  'config.too-deep': 'nested {{given}} deep; {{allowed}} is possible.',
  'config.out-of-range': '{{given}} is outside the allowed range {{allowed}}.',
  'config.wrong-length': '{{given}} was given, {{allowed}} numbers are needed.',
  'config.not-shared':
    'A fork shares its past with the run it leaves: both need {{allowed}}; the other has {{given}}.',
  'config.repeated': '{{given}} stands there twice; each of {{allowed}} is needed once.',
  'config.unsupported-version': 'version {{given}} cannot be read; supported is {{allowed}}.',
  'config.too-many-points':
    '{{given}} points would be recorded, {{allowed}} are possible. Take fewer steps, or record every few.',
} as const;
