/** A client of server-sent events as the standard has it, that can be cut off at any place and remembers where it was. */
import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type EventDetail, entityApiPath, type FoundEventAnswer } from '#wire';
import { eventDetailSchema, foundEventSchema } from '#wire/api';

/** Of one entity. `query` is that of the first connection and, as with a browser, of every further one. */
export const entityClient = (type: string, id: string, query = ''): LiveClient<EventDetail> =>
  new LiveClient(entityApiPath(type, id, `/live${query}`), (data) => eventDetailSchema.parse(data));

/** Of what a query finds. */
export const searchClient = (query: string): LiveClient<FoundEventAnswer> =>
  new LiveClient(`/api/v1/events/live${query}`, (data) => foundEventSchema.parse(data));

/** Of the same, where all but so many of the newest that come at once are only counted. */
export const countingClient = (
  query: string,
  newest: number,
): LiveClient<FoundEventAnswer | { size: number }> =>
  new LiveClient(`/api/v1/events/live${query}&newest=${newest}`, (data) =>
    z.union([foundEventSchema, z.strictObject({ size: z.int() })]).parse(data),
  );

export class LiveClient<Event> {
  readonly seen: Event[] = [];
  /** What the client would say as Last-Event-ID; null before the first block. */
  lastId: string | null = null;

  constructor(
    private readonly path: string,
    private readonly event: (data: unknown) => Event,
  ) {}

  /**
   * Reads until `enough`, which is asked after every block, or until so many characters have come, which may be amid a block;
   * then the connection is cut. `ended`: the server ended it before, as it should; any other end rejects. `opened` is called
   * with the first block.
   */
  async read(
    server: string,
    {
      characters = Number.POSITIVE_INFINITY,
      enough = () => false,
      opened = () => undefined,
    }: { characters?: number; enough?: () => boolean; opened?: () => void },
  ): Promise<'cut' | 'ended'> {
    const response = await this.connect(server);
    let left = characters;
    let text = '';
    for await (const piece of response.setEncoding('utf8')) {
      const taken = String(piece).slice(0, left);
      left -= taken.length;
      text += taken;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.#take(text.slice(0, end));
        opened();
        text = text.slice(end + 2);
      }
      // Leaving the loop destroys the connection.
      if (left <= 0 || enough()) return 'cut';
    }
    return 'ended';
  }

  /** The answer with its body unread. */
  connect(server: string): Promise<IncomingMessage> {
    const headers = this.lastId === null ? {} : { 'last-event-id': this.lastId };
    return new Promise((resolve, reject) => {
      get(`${server}${this.path}`, { agent: false, headers }, (response) => {
        if (response.statusCode === 200) resolve(response);
        else reject(new Error(`${this.path} was answered with ${response.statusCode}`));
      }).once('error', reject);
    });
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)];
      }),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    const line = fields.get('data');
    if (line !== undefined) this.seen.push(this.event(JSON.parse(line)));
  }
}
