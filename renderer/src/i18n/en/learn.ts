/** The Learn view. */
export const learn = {
  'learn.title': 'From the first step to a real training',
  'learn.lead':
    'Sixteen lessons in which every sentence is an experiment you can run: predict, run, then see why the formula says so. They are not in this version yet.',
  'learn.part.descent': 'Descent itself',
  'learn.part.descent.what':
    'One step at a time, the four temperaments of a step, ravines and condition, stop rules that lie',
  'learn.part.decay': 'Noise and decay',
  'learn.part.decay.what':
    'The noise floor, the decay that removes it, the trap in the formula, braking by the loss',
  'learn.part.optimizers': 'Optimizers',
  'learn.part.optimizers.what': 'Momentum and Nesterov, one rate per parameter, the Adam family',
  'learn.part.networks': 'Losses and networks',
  'learn.part.networks.what': 'Squared error and cross-entropy, backpropagation on four points',
  'learn.part.training': 'Real training',
  'learn.part.training.what':
    'Many valleys, warm-up and the edge of stability, which schedule for a fixed budget',
  'learn.now': 'Three of the questions can be run today:',
} as const;
