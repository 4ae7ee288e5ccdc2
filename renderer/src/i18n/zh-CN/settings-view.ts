/** 设置页。 */
export const settingsView = {
  'settings.title': '设置',
  'settings.language': '语言',
  'settings.theme': '外观',
  'settings.data.folder': '数据文件夹',
  'settings.data.what': '所有运行都在这台电脑的这个文件夹里，不会上传。',
  'settings.logs': '日志',
  'settings.logs.open': '打开日志文件夹',
  'settings.about': '关于下山',
} as const;
