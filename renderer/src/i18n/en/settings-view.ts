/** The Settings view. */
export const settingsView = {
  'settings.title': 'Settings',
  'settings.language': 'Language',
  'settings.theme': 'Theme',
  'settings.data.folder': 'Data folder',
  'settings.data.what': 'All runs are in this folder on this computer. Nothing is uploaded.',
  'settings.logs': 'Logs',
  'settings.logs.open': 'Open log folder',
  'settings.about': 'About Downhill',
} as const;
