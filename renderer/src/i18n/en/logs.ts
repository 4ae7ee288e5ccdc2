/** Training logs: curves of a training that ran elsewhere. */
export const logs = {
  'log.elsewhere': 'recorded elsewhere',
  'log.diverged': 'diverged, recorded elsewhere',
  'log.notComputed': 'Recorded elsewhere: its settings are not known.',
  'log.compared_one':
    '{{runs}} was recorded elsewhere: its curves can be laid beside the others, but its settings and its loss function are not known.',
  'log.compared_other':
    '{{runs}} were recorded elsewhere: their curves can be laid beside each other, but their settings and loss functions are not known.',
  'log.title': 'Recorded elsewhere',
  'log.explained':
    'This training log came from a file. It can be compared, noted and exported; to run it again, resume it or open it in the Lab its settings would be needed.',
  'log.unit': 'Its steps are',
  'log.unit.step': 'steps, as the file numbers them',
  'log.unit.epoch': 'epochs: one step here is one epoch',
  'log.unit.record': 'records of the file, counted from 0',
  'log.column': 'Column “{{name}}”',
  'log.percent': '{{metric}}, given in percent',
  'log.metric.train/loss': 'training loss',
  'log.metric.optim/lr': 'learning rate',
  'log.metric.optim/grad_norm': 'gradient norm',
  'log.metric.eval/test_loss': 'validation loss',
  'log.metric.eval/train_accuracy': 'training accuracy',
  'log.metric.eval/test_accuracy': 'validation accuracy',
  'log.left_one': '{{count}} column not taken',
  'log.left_other': '{{count}} columns not taken',
  'log.taken.epoch': 'Its steps are epochs.',
  'log.taken.record': 'It numbers no steps: its records are counted from 0.',
  'log.taken.percent': 'Accuracies in percent became fractions.',
  'log.taken.left': 'Not taken: {{names}}.',
  'log.taken.leftMany': 'Not taken: {{count}} columns ({{names}}, …).',
  'file.fault.not-text': 'It is no text that can be read. Save it as UTF-8, then import it again.',
  'file.fault.no-metric':
    'No column is known by its name. It has {{given}}; known are {{allowed}}. Rename a column and import it again.',
  'file.fault.unnamed-metric':
    'Nothing says what its values are. Call the file after its metric, train_loss.csv for example, and import it again.',
  'file.fault.no-header':
    'Its first line ({{where}}) has numbers where the names of the columns should be. Add a line such as step,loss,lr before it.',
  'file.fault.no-log':
    'It is no training log, whatever its name says, but {{given}}. Save the table as CSV, then import that.',
  'file.fault.no-values':
    'There is not one value in it. It needs a line of names, such as step,loss, and values under them.',
  'file.fault.bad-table':
    '{{where}} has {{given}} cells, the first line has {{allowed}} names. Complete the line, or delete it.',
  'file.fault.bad-quotes': 'In {{where}} a quotation mark has no second. Close it, or delete it.',
  'file.fault.no-records':
    'It holds no records of a training. Allowed are a list of records, [{"step":0,"loss":1}, …], lists of one length, {"step":[0, …],"loss":[1, …]}, one record a line, and trainer_state.json of Hugging Face.',
  'file.fault.bad-record':
    'Not a record: {{given}} ({{where}}). A record is an object such as {"step":0,"loss":1}.',
  'file.fault.bad-list':
    'The list {{where}} has another length ({{given}}) than the first one ({{allowed}}). Complete it, or take it out.',
  'file.fault.bad-number':
    'Not a number: {{given}} ({{where}}). Allowed are numbers, NaN, inf and empty cells, with one decimal mark throughout.',
  'file.fault.bad-step':
    'Step {{given}} cannot stand in {{where}}. Steps are whole numbers up to 1,000,000,000 that rise: {{allowed}}.',
  'file.fault.bad-accuracy':
    'An accuracy of {{given}} ({{where}}). Allowed are fractions from 0 to 1, or percentages up to 100.',
  'file.where.line': 'line {{line}}',
  'file.where.letter': 'line {{line}}, character {{offset}}',
  'file.where.record': 'record {{record}}',
  'file.where.value': 'record {{record}}, “{{column}}”',
  'file.where.column': '“{{column}}”',
  'file.where.cell': 'line {{line}}, column “{{column}}”',
} as const;
