/** The Studio view. */
export const studio = {
  'studio.title': 'Design the rate for tomorrow’s training',
  'studio.lead':
    'Enter samples, batch and epochs and get optimizer steps; shape a schedule, read the rate at any moment, export the code. The Studio is not in this version yet.',
  'studio.units': 'Units',
  'studio.units.what': 'Samples, batch, accumulation, devices and epochs: one equation, in steps',
  'studio.shape': 'Schedule',
  'studio.shape.what': 'Warm-up, cosine, inverse time, pieces: one curve, changed by dragging',
  'studio.warnings': 'Warnings',
  'studio.warnings.what':
    '“Is d per step or per epoch?” “The cosine ends before training does”, said before you train',
  'studio.export': 'Export',
  'studio.export.what': 'PyTorch, Keras, optax and NumPy code that checks its own numbers',
  'studio.now': 'Until then, compare schedules in the Lab.',
  'studio.openLab': 'Compare in the Lab',
} as const;
