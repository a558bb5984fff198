const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Has `tell` called where a signal ends this process, and lets the signal end it then. Answers what takes the
 * listeners away again.
 */
export function beforeInterruption(tell: () => void): () => void {
  const stop = () => {
    for (const signal of signals) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    stop();
    tell();
    // Without a listener of ours the signal does what it does without this package.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, end);
  return stop;
}
