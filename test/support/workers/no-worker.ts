/** A worker that dies as soon as it is there. */
throw new Error('this worker does not start');
