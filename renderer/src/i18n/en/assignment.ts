/** Assignments: made, opened, locked, left. */
export const assignment = {
  assignment: 'Assignment',
  'assignment.opened': '“{{title}}” is open in the Lab',
  'assignment.fold': 'Hide the instructions',
  'assignment.unfold': 'Show the instructions',
  'assignment.leave': 'Leave the assignment',
  'assignment.leave.help': 'The experiment stays as it is, and nothing is locked any more.',
  'assignment.left': 'You have left the assignment “{{title}}”.',
  'assignment.left.longer':
    'A run has more steps than the assignment “{{title}}” allows: you have left it.',
  'assignment.return': 'Back to it',
  'assignment.forget': 'Close',
  'assignment.locked': 'Locked by this assignment',
  'assignment.locked.some': 'Some settings are locked by this assignment',
  'assignment.locked.list': 'Locked: {{parts}}',
  'assignment.locked.change':
    'Not changed: this assignment has locked {{part}}. Leave the assignment to change it.',
  'assignment.part.runs': 'Which runs there are',
  'assignment.part.problem': 'Problem',
  'assignment.part.start': 'Start',
  'assignment.part.noise': 'Noise, batches and seeds',
  'assignment.part.optimizer': 'Optimizer',
  'assignment.part.rate': 'First rate η₀',
  'assignment.part.schedule': 'Schedule',
  'assignment.part.stopping': 'Length and stopping',
  'assignment.make': 'Make an assignment',
  'assignment.make.help':
    'A file with these instructions and the experiment in the Lab as it is now. Whoever opens it works on it in the Lab and cannot change what is locked.',
  'assignment.title': 'Title',
  'assignment.instructions': 'Instructions',
  'assignment.instructions.help':
    'Formulas between dollars, like $\\eta_0 = 0.1$. An empty line begins a paragraph.',
  'assignment.preview': 'As it will be read',
  'assignment.preview.empty': 'Say what is to be done, and what to look for.',
  'assignment.lock': 'Locked settings',
  'assignment.save': 'Save the file…',
  'assignment.saved': 'Assignment saved to {{path}}',
} as const;
