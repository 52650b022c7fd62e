/** How a live route answers: server-sent events, written as fast as they are read. */
import { type FollowedSearch, type LiveEvents, openStream } from '#server';
import {
  EVENT_STREAM_TYPE,
  eventBlock,
  foundBlock,
  HEARTBEAT,
  openingBlock,
  passedBlock,
  type ReachedAnswer,
  reachedBlock,
  seenBlock,
} from '#wire';

export function answerLive(request: Request, live: LiveEvents): Response {
  return answerBlocks(blocksOf(live, request.signal));
}

/** The same for what a query finds. */
export function answerFollowed(request: Request, search: FollowedSearch): Response {
  return answerBlocks(foundBlocksOf(search, request.signal));
}

/** The same for how far the read models are; whoever comes back is told where they are then. */
export function answerReached(request: Request, follow: FollowedReach): Response {
  return answerBlocks(reachedBlocksOf(follow, request.signal));
}

/** Blocks that leave in one write, so that thousands in a second are not thousands of writes. */
const WRITTEN_AT_ONCE = 100;

type FollowedReach = (stop: AbortSignal) => AsyncGenerator<ReachedAnswer | null, void, undefined>;

function answerBlocks(blocks: AsyncGenerator<string, void, undefined>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await blocks.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      // Whoever goes while a block waits for them asks for no further one.
      cancel: async () => {
        await blocks.return();
      },
    },
    // Nothing is read ahead of the client, and nothing at all for a request that takes no body.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': EVENT_STREAM_TYPE,
      // Compression would hold blocks back until it has enough of them; so would a proxy that buffers.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

async function* blocksOf(live: LiveEvents, gone: AbortSignal): AsyncGenerator<string, void, undefined> {
  const stream = openStream(gone);
  try {
    yield openingBlock(live.after);
    for await (const page of live.pages(stream.signal)) {
      if (page.length === 0) yield HEARTBEAT;
      for (const event of page) {
        if (stream.signal.aborted) return;
        yield eventBlock(event);
      }
    }
  } finally {
    stream.abort();
  }
}

async function* foundBlocksOf(
  search: FollowedSearch,
  gone: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const stream = openStream(gone);
  try {
    yield openingBlock(search.after);
    for await (const { passed, events, seenTo } of search.pages(stream.signal)) {
      // In one write with the events that follow them: whoever has only the ones waits for the others.
      let blocks = passed.map(passedBlock).join('');
      for (let first = 0; first < events.length; first += WRITTEN_AT_ONCE) {
        if (stream.signal.aborted) return;
        yield blocks +
          events
            .slice(first, first + WRITTEN_AT_ONCE)
            .map(foundBlock)
            .join('');
        blocks = '';
      }
      yield seenBlock(seenTo);
    }
  } finally {
    stream.abort();
  }
}

async function* reachedBlocksOf(
  follow: FollowedReach,
  gone: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const stream = openStream(gone);
  try {
    for await (const reached of follow(stream.signal))
      yield reached === null ? HEARTBEAT : reachedBlock(reached);
  } finally {
    stream.abort();
  }
}
