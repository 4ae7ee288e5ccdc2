/** What can be wrong with the library's file or its disk: what, why and what to do, what is safe. */
export const faults = {
  'fault.disk-full': 'The disk is full.',
  'fault.disk-full.cause': 'Free some space on it; the app tries again every second.',
  'fault.disk-full.safe': 'What was saved is safe; runs under way wait and lose nothing.',
  'fault.io-error': 'The disk does not answer properly.',
  'fault.io-error.cause':
    'Reading or writing failed; the disk may be unplugged, limited or at its end.',
  'fault.io-error.safe':
    'What was saved before is on the disk. Make a copy of the data folder on another one.',
  'fault.read-only': 'The library can only be read.',
  'fault.read-only.cause': 'Its disk, or its file, is protected against writing.',
  'fault.read-only.safe': 'Nothing was changed; what was saved can still be seen.',
  'fault.busy': 'Another program is using the library.',
  'fault.busy.cause': 'A backup, synchronising or antivirus program may hold it for a moment.',
  'fault.busy.safe': 'Nothing was changed; try again in a moment.',
  'fault.no-access': 'The library cannot be reached.',
  'fault.no-access.cause': 'Its folder is gone, or you have no right to it.',
  'fault.no-access.safe': 'Nothing was changed. Give yourself access to the data folder.',
  'fault.damaged': 'The library is damaged.',
  'fault.damaged.cause': 'Pages of the file contradict each other.',
  'fault.damaged.safe':
    'Nothing is deleted, and backups are untouched: Settings opens the library as it was.',
  'fault.not-a-database': 'The library’s file is no library any more.',
  'fault.not-a-database.cause': 'Another program may have written over it.',
  'fault.not-a-database.safe':
    'It was left as it is, and backups are untouched: Settings opens the library as it was.',
  'fault.waits': 'The library cannot be written.',
  'fault.waits.cause': 'Runs under way wait; the app tries again every second.',
  'fault.backups': 'Show backups',
  'fault.folder': 'Open data folder',
} as const;
