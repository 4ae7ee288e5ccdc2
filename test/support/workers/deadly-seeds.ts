/** Seeds whose worker dies, and how. */
export const deadlySeeds = {
  throws: 901,
  exits: 902,
  eatsMemory: 903,
  hangs: 904,
  hoardsArrays: 905,
} as const;
