/** Answers of a history for components: the newest one stays until the next has come. */
import { useQuery } from '@tanstack/react-query';
import { untilNextTry } from '../ask-server.ts';
import { type AnswerTo, type Progress, type Question, questionKey, type Scene } from './question.ts';
import type { Replay } from './replay.ts';
import { NotWaitedFor } from './replay-channel.ts';

/** Begins the keys of all answers. */
export const ANSWERS = ['replay'];

/** What nobody looks at is soon let go of: the worker has it again at once. */
export const KEPT_MS = 5_000;

export interface Asked<Answer> {
  /** null until there is one. */
  readonly answer: Answer | null;
  /** It answers the question before. */
  readonly waiting: boolean;
  /** Why there is no answer yet. */
  readonly problem: string | null;
}

/** In the cache of queries. */
export const answerKey = (replay: Replay, question: Question | null) => [
  ...ANSWERS,
  replay.key,
  question === null ? null : questionKey(question),
];

/** `question` null: nothing is asked. Answers of another history are never shown. */
export function useAnswer<Q extends Question>(
  replay: Replay,
  question: Q | null,
  onProgress?: (progress: Progress) => void,
): Asked<AnswerTo<Q>> {
  const known = question === null ? undefined : replay.known(question);
  const query = useQuery<AnswerTo<Q>>({
    queryKey: answerKey(replay, question),
    queryFn: () => {
      if (question === null) throw new NotWaitedFor();
      return replay.ask(question, onProgress);
    },
    enabled: question !== null && known === undefined,
    placeholderData: (previous, before) => (before?.queryKey[1] === replay.key ? previous : undefined),
    gcTime: KEPT_MS,
    structuralSharing: false,
    // The worker is here, wherever the network is.
    networkMode: 'always',
    // The server may be on its way back: asked again for as long as somebody looks.
    retry: true,
    retryDelay: (tries, error) => (error instanceof NotWaitedFor ? 50 : untilNextTry(tries)),
  });
  if (known !== undefined) return { answer: known, waiting: false, problem: null };
  return {
    answer: query.data ?? null,
    waiting: question !== null && (query.isPlaceholderData || query.isPending),
    problem: query.failureReason instanceof NotWaitedFor ? null : (query.failureReason?.message ?? null),
  };
}

/** What the panes show; until the scene of the ordinal has come, the one before. */
export function useScene(replay: Replay, ordinal: number): Asked<Scene> & { readonly scene: Scene } {
  const asked = useAnswer(replay, { what: 'scene', ordinal });
  return { ...asked, scene: asked.answer ?? replay.firstScene };
}
