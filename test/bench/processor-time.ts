const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Processor time of all threads of this process, in milliseconds: what others do on the machine is not in it. */
export const processTime = (): number => milliseconds(process.cpuUsage());

/** The same of this thread alone; it is brought up to date only every few milliseconds. */
export const threadTime = (): number => milliseconds(process.threadCpuUsage());
