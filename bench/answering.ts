/** The other end of a {@link Contender}: a process that answers one question after the other. */
type Answers = Readonly<Record<string, (input: never) => unknown>>;

interface Question {
  readonly what: string;
  readonly input: unknown;
}

/** What throws is told to who asked. The process ends with the one that started it. */
export function answering(answers: Answers): void {
  process.on('message', async ({ what, input }: Question) => {
    try {
      const answer = answers[what] as ((input: unknown) => unknown) | undefined;
      if (answer === undefined) throw new Error(`${process.argv[1]} does not answer ${what}.`);
      process.send?.({ value: (await answer(input)) ?? null });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}

/** Milliseconds that the work took, and what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}
