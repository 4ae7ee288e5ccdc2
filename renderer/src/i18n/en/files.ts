/** Import, export, and files that are dropped. */
export const files = {
  'file.export': 'Export…',
  'file.export.word': 'Export',
  'file.export.menu': 'Export this run',
  'file.export.downhill': 'As a Downhill file (.downhill)…',
  'file.export.csv': 'As a table (CSV)…',
  'file.export.json': 'As data with its settings (JSON)…',
  'file.export.all': 'Export all…',
  'file.export.going': 'Exporting: {{done}} of {{of}} runs',
  'file.export.cancel': 'Cancel the export',
  'file.exported_one': '{{count}} run exported to {{path}}',
  'file.exported_other': '{{count}} runs exported to {{path}}',
  'file.exported.damaged_one':
    '{{count}} of their series is damaged in the library; the damaged stretches are not in the file.',
  'file.exported.damaged_other':
    '{{count}} of their series are damaged in the library; the damaged stretches are not in the file.',
  'file.menu': 'Import and export',
  'file.import': 'Import…',
  'file.imported_one': '{{count}} run imported from “{{file}}”',
  'file.imported_other': '{{count}} runs imported from “{{file}}”',
  'file.restored_one': '{{count}} run of “{{file}}” restored from the trash',
  'file.restored_other': '{{count}} runs of “{{file}}” restored from the trash',
  'file.drop': 'Drop to import',
  'file.drop.help':
    'The runs of a Downhill file (.downhill), and training logs (CSV, JSON), are added to your library, where all else stays as it is; an assignment opens in the Lab.',
  'file.drop.other':
    '“{{file}}” is neither a Downhill file (.downhill) nor a training log (CSV, JSON); nothing was imported.',
  'file.drop.large': '“{{file}}” is too large to be dropped. Open it with File › Import….',
  'file.refused': '“{{file}}” was not imported; your library is as it was. {{problem}}',
  'file.fault.unreadable':
    'It cannot be read ({{given}}). Check that its disk is connected, then try again.',
  'file.fault.gone': 'It is not there any more. Choose it where it is now.',
  'file.fault.no-right': 'You have no right to read it. Give yourself that right, then try again.',
  'file.fault.no-file': 'It is a folder or a device. Choose a file.',
  'file.fault.empty': 'It is empty. Get it once more from where it came from.',
  'file.fault.too-large':
    'It holds too much ({{given}}; at most {{allowed}}). Split it, then import the parts.',
  'file.fault.foreign':
    'It is no Downhill file, whatever its name says, but {{given}}. Choose a file that Downhill has exported.',
  'file.kind.picture': 'a picture or a recording',
  'file.kind.pdf': 'a PDF document',
  'file.kind.database': 'a database',
  'file.kind.archive': 'an archive of other things, as spreadsheets (.xlsx) and zip files are',
  'file.kind.document': 'a spreadsheet or a document',
  'file.kind.text': 'plain text',
  'file.kind.unknown': 'something unknown',
  'file.fault.newer':
    'It needs a newer Downhill (format {{given}}; this one reads up to {{allowed}}). Install the newer version.',
  'file.fault.damaged': 'It is damaged ({{where}}). Get it once more from where it came from.',
  'file.fault.missing-part':
    'Its part {{where}} is missing. Get it once more from where it came from.',
  'file.fault.unlisted-part':
    'It holds a part its manifest does not list: {{where}}. Get it once more from where it came from.',
  'file.fault.bad-json':
    'Not proper JSON: {{where}}. Correct it there, or get the file once more from where it came from.',
  'file.fault.bad-field':
    'Not allowed in {{where}}: {{given}}. Get the file once more from where it came from.',
  'file.fault.bad-config':
    'Settings that cannot run, in {{where}}: given {{given}}, allowed {{allowed}}. Get the file once more from where it came from.',
  'file.fault.too-many':
    'It holds too much ({{where}}: {{given}}; at most {{allowed}}). Split it, then import the parts.',
  'file.fault.too-many-values':
    'It holds too many values ({{where}}: {{given}}; at most {{allowed}} are read). Split it, then import the parts.',
  'file.fault.too-slow':
    'Reading it took longer than two minutes and was given up. Split it, or try again when the computer has less to do.',
  'file.fault.too-many-waiting':
    'Too much is waiting to be imported: {{given}} with it; at most {{allowed}}. Drop it again when the others are in.',
  'file.where.part': '{{part}}',
  'file.where.field': '{{part}}, field {{field}}',
  'file.where.offset': '{{part}}, position {{offset}}',
  'file.where.byte': 'byte {{offset}}',
  'file.where.file': 'the file as a whole',
  'file.tooMuch.runs':
    'One file holds at most {{allowed}} runs; these are {{given}}. Select fewer.',
  'file.tooMuch.points':
    'One file holds at most {{allowed}} points; these runs have {{given}}. Select fewer.',
  'file.tooMuch.parts':
    'One file holds at most {{allowed}} parts (series, checkpoints); these runs have {{given}}. Select fewer.',
  'file.tooMuch.bytes':
    'These runs do not fit into one file ({{given}} bytes; at most {{allowed}}). Select fewer.',
  'file.tooMuch.largest':
    'A checkpoint of these runs is too large for a file ({{given}} bytes; at most {{allowed}}). Leave its run out.',
  'file.tooMuch.values':
    'The descriptions of these runs (training logs with uneven steps, mostly) have {{given}} values; one file holds at most {{allowed}}. Select fewer.',
  'file.tooMuch.whole':
    'To keep the whole library, back it up in Settings: a backup holds all of it, however large.',
  'error.exporting': 'Another file is being exported. Wait until it is written, or cancel it.',
  'run.imported': 'Imported from',
  'run.imported.from': '{{file}}, {{moment}}',
} as const;
