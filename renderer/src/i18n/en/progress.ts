/** How far somebody has come, as a document of their own. */
export const progress = {
  'progress.export': 'Export progress…',
  'progress.file': 'Downhill progress',
  'progress.title': 'Progress in Downhill',
  'progress.summary':
    'As of {{date}}: {{done}} of {{all}} lessons done, challenges met: {{met}}, {{judged}} of {{statements}} statements judged, {{right}} of them right.',
  'progress.lesson': 'Lesson {{number}}: {{title}}',
  'progress.state.untouched': 'Not begun.',
  'progress.state.begun': 'Begun.',
  'progress.state.done': 'Done.',
  'progress.predicted': 'Prediction: {{answer}} ({{verdict}})',
  'progress.drawn': 'A curve was drawn before the run.',
  'progress.checked': 'Check: {{answer}} ({{verdict}})',
  'progress.right': 'right',
  'progress.otherwise': 'it came out otherwise',
  'progress.wrong': 'not right',
  'progress.notRun': 'not run yet',
  'progress.met': 'Challenge met',
  'progress.notMet': 'Challenge not met yet',
  'progress.best_one': '{{outcome}} in {{count}} try: {{label}} – {{measured}}',
  'progress.best_other': '{{outcome}}; the best of {{count}} tries: {{label}} – {{measured}}',
  'progress.conclusion': 'Conclusion:',
} as const;
