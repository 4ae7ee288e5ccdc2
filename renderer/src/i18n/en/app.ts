/** Frame, About and errors. */
export const app = {
  product: 'Downhill',
  nav: 'Main',
  'nav.start': 'Start',
  'nav.learn': 'Learn',
  'nav.lab': 'Lab',
  'nav.studio': 'Studio',
  'nav.runs': 'Runs',
  'nav.settings': 'Settings',
  'nav.skip': 'Skip to content',

  'language.other': '中文',
  'language.switch': 'Switch to 中文',
  theme: 'Theme',
  'theme.system': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  close: 'Close',
  notifications: 'Notifications',
  listSeparator: ', ',
  colon: ': ',
  percent: '{{value}} %',
  'about.open': 'Versions and licences',
  'about.title': 'About Downhill',
  'about.tagline':
    'See how gradient descent behaves under a learning-rate schedule, by running real experiments.',
  'about.version': 'Version {{version}}',
  'about.engine': 'Engine',
  'about.standIn': 'Preview: a stand-in plays Electron’s part',
  'about.copy': 'Copy versions',
  'about.copied': 'Copied',
  'about.licence': 'Downhill is published under the MIT licence.',
  'about.thirdParty': 'Third-party licences',
  'about.thirdParty.loading': 'Reading the licences',
  'about.thirdParty.none': 'No third-party licences are listed.',

  'error.title': 'Something failed',
  'error.retry': 'Try again',
  'error.bad-arguments': 'The request was refused; nothing has changed.',
  'error.bad-config': '{{field}}: {{problem}}',
  'error.unknown-run': 'This run is not there; it may have been deleted.',
  'error.other-engine':
    'This run was computed by version {{given}}. This is {{allowed}}, and the last bits of its numbers may differ. Run it again instead.',
  'error.other-rates':
    'Its schedule depends on the number of steps: with {{total}} in all, its rates differ from step {{step}} on; step {{at}} would have η = {{would}} instead of {{was}}. Run it again from the start with {{total}} steps.',
  'error.other-momenta':
    'Its schedule depends on the number of steps: with {{total}} in all, its momentum differs from step {{step}} on; step {{at}} would have {{would}} instead of {{was}}. Run it again from the start with {{total}} steps.',
  'error.in-trash': 'This run is in the trash. Restore it first.',
  'error.no-settings':
    'This is a training log, recorded elsewhere: without its settings nothing can be computed. Compare it, or export its curves.',
  'error.wrong-state': 'Not possible while the run is {{state}}.',
  'error.foreign-sender': 'The request came from elsewhere and was refused.',
  'error.too-large': 'This experiment is too long to be shown before it is run. Run it.',
  'error.too-many-trials':
    'A sweep has at most {{allowed}} trainings; this one has {{given}}. Take fewer values.',
  'error.sweep-too-long':
    'This sweep would compute {{given}} gradients of samples; at most {{allowed}} are allowed. Take fewer values, steps or seeds.',
  'error.too-many-tags': 'A run has at most {{allowed}} tags. Remove one, then add the new one.',
  'error.too-many-views': 'At most {{allowed}} views can be saved. Remove one, then save this one.',
  'error.superseded': 'Something newer was asked for.',
  'error.too-many-runs': 'Too many runs at once. Start this one when another has ended.',
  'error.no-space':
    'There is not enough room for a backup: {{free}} are free, {{needed}} are needed. Nothing was changed; free some space, then try again.',
  'error.not-printed': 'It could not be printed. Check the printer, or save the page as PDF.',
  'error.no-pdf':
    'The PDF could not be made, and nothing was written. Try again, or print the page.',
  'error.backup-unlike':
    'The copy did not pass its check, so it was thrown away; the library is as it was. Try again; if it happens again, the library may be damaged.',
  'error.refused-library':
    'This version of Downhill cannot open that library. It stays as it is, and so does the present one.',
  'error.unknown-backup': 'This backup is not there any more.',
  'error.store': 'The library could not be read or written. Check the disk space, then try again.',
  'error.file': 'The file was not written. Check the folder’s permissions and the disk space.',
  'error.disk-full': 'The disk is full. Free some space, then try again.',
  'error.internal': 'An internal error; the log has the details.',
  'error.unreachable': 'The app’s background does not answer. Start the app again.',
  'export.csv': 'Export CSV',
  'export.done': 'Exported to {{path}}',
  'export.nothing': 'There is no run here to export. Start one, or select some in Runs.',
} as const;
