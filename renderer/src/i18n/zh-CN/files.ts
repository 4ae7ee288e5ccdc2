/** 导入、导出和拖放文件。 */
export const files = {
  'file.export': '导出…',
  'file.export.word': '导出',
  'file.export.menu': '导出这个运行',
  'file.export.downhill': '下山文件（.downhill）…',
  'file.export.csv': 'CSV 表格…',
  'file.export.json': '连同设置的数据（JSON）…',
  'file.export.all': '导出全部…',
  'file.export.going': '正在导出：{{done}}/{{of}} 个运行',
  'file.export.cancel': '取消导出',
  'file.exported_other': '已导出 {{count}} 个运行：{{path}}',
  'file.exported.damaged_other': '其中 {{count}} 条曲线在实验库里有损坏，损坏的部分没有写入文件。',
  'file.menu': '导入和导出',
  'file.import': '导入…',
  'file.imported_other': '已从“{{file}}”导入 {{count}} 个运行',
  'file.restored_other': '已从回收站恢复“{{file}}”里的 {{count}} 个运行',
  'file.drop': '松开即可导入',
  'file.drop.help':
    '下山文件（.downhill）里的运行和训练日志（CSV、JSON）会加进实验库，实验库里已有的不会改变；练习单会在实验室打开。',
  'file.drop.other':
    '“{{file}}”既不是下山文件（.downhill），也不是训练日志（CSV、JSON），没有导入。',
  'file.drop.large': '“{{file}}”太大，不能拖放。用菜单“文件 › 导入…”可以打开它。',
  'file.refused': '“{{file}}”没有导入，实验库没有改变。{{problem}}',
  'file.fault.unreadable': '文件读不出来（{{given}}）。看看它所在的磁盘是否连接好，再试一次。',
  'file.fault.gone': '文件已经不在原处了。到它现在的位置选择它。',
  'file.fault.no-right': '你没有读取它的权限。给自己读取权限，再试一次。',
  'file.fault.no-file': '它是文件夹或设备。选择一个文件。',
  'file.fault.empty': '它是空文件。重新取得这个文件，再试一次。',
  'file.fault.too-large': '它的内容太大（{{given}}，最多 {{allowed}}）。拆成几份，再分别导入。',
  'file.fault.foreign': '不管叫什么名字，它都不是下山文件，而是{{given}}。选择下山导出的文件。',
  'file.kind.picture': '图片或录音录像',
  'file.kind.pdf': 'PDF 文档',
  'file.kind.database': '数据库',
  'file.kind.archive': '装着别的内容的压缩包（电子表格 .xlsx 和 zip 都是）',
  'file.kind.document': '电子表格或文档',
  'file.kind.text': '纯文本',
  'file.kind.unknown': '认不出的内容',
  'file.fault.newer':
    '要用更高版本的下山才能打开（格式 {{given}}，本版本最高读到 {{allowed}}）。安装新版本，再试一次。',
  'file.fault.damaged': '文件已损坏（{{where}}）。重新取得这个文件，再试一次。',
  'file.fault.missing-part': '里面缺少 {{where}}。重新取得这个文件，再试一次。',
  'file.fault.unlisted-part': '里面有清单上没有的 {{where}}。重新取得这个文件，再试一次。',
  'file.fault.bad-json': '{{where}} 不是合格的 JSON。改正那一处，或重新取得这个文件，再试一次。',
  'file.fault.bad-field': '{{where}} 的值不合要求：{{given}}。重新取得这个文件，再试一次。',
  'file.fault.bad-config':
    '{{where}} 的设置无法运行：给的是 {{given}}，允许的是 {{allowed}}。重新取得这个文件，再试一次。',
  'file.fault.too-many':
    '它的内容太多（{{where}}：{{given}}，最多 {{allowed}}）。拆成几份，再分别导入。',
  'file.fault.too-many-values':
    '其中的值太多（{{where}}：{{given}} 个，最多读取 {{allowed}} 个）。拆成几份，再分别导入。',
  'file.fault.too-slow': '读了两分钟还没读完，已放弃。拆成几份，或等电脑不忙时再试一次。',
  'file.fault.too-many-waiting':
    '等待导入的文件太多：加上它共 {{given}}，最多 {{allowed}}。等前面的导入完，再拖放一次。',
  'file.where.part': '{{part}}',
  'file.where.field': '{{part}} 的字段 {{field}}',
  'file.where.offset': '{{part}} 的位置 {{offset}}',
  'file.where.byte': '第 {{offset}} 字节',
  'file.where.file': '整个文件',
  'file.tooMuch.runs': '一次最多导出 {{allowed}} 个运行，这里有 {{given}} 个。少选一些再导出。',
  'file.tooMuch.points':
    '一个文件最多放 {{allowed}} 个数据点，这些运行有 {{given}} 个。少选一些再导出。',
  'file.tooMuch.parts':
    '一个文件最多放 {{allowed}} 个部分（曲线、检查点），这些运行有 {{given}} 个。少选一些再导出。',
  'file.tooMuch.bytes':
    '这些运行放不进一个文件（{{given}} 字节，最多 {{allowed}}）。少选一些再导出。',
  'file.tooMuch.largest':
    '这些运行里有一个检查点太大，放不进文件（{{given}} 字节，最多 {{allowed}}）。去掉那个运行再导出。',
  'file.tooMuch.values':
    '这些运行的说明部分（多半是步数不均匀的训练日志）有 {{given}} 个值，一个文件最多放 {{allowed}} 个。少选一些再导出。',
  'file.tooMuch.whole': '要保存整个实验库，可以在“设置”里备份：备份包含全部内容，没有大小限制。',
  'error.exporting': '另一个文件正在导出，等它写完，或先取消它。',
  'run.imported': '导入自',
  'run.imported.from': '{{file}}（{{moment}}）',
} as const;
