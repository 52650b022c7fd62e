/** Who keeps the read models and follows the whole store, while another process appends. */
import { type App, followFound, keepReadModels, type Viewer } from '#server';

export interface FollowedLog {
  /** That so many events were told in all, at a time of the system's clock in milliseconds. */
  readonly told: readonly { readonly events: number; readonly at: number }[];
}

/** Until the log was looked at that far: `events` behind position `after`. */
export async function followed(
  app: App,
  viewer: Viewer,
  { after, events: wanted }: { readonly after: bigint; readonly events: number },
): Promise<FollowedLog> {
  const keeper = keepReadModels(app, (model, problem) => {
    throw new Error(`${model}: ${problem.message}`);
  });
  const following = await followFound(viewer, app, {
    namespace: 'main',
    text: '',
    zone: 'UTC',
    after,
    newest: null,
  });
  if (!following.ok) throw new Error(following.error.message);
  const stop = new AbortController();
  const told: { events: number; at: number }[] = [];
  let seen = 0;
  for await (const { events, seenTo } of following.value.pages(stop.signal)) {
    seen += events.length;
    told.push({ events: seen, at: performance.timeOrigin + performance.now() });
    if (seenTo >= after + BigInt(wanted)) stop.abort();
  }
  await keeper.stop();
  return { told };
}
