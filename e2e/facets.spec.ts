/** What the events of a page have in common, held to a count of all of them: each name finds its events, or all others. */
import type { Page } from '@playwright/test';
import { openEvents, queryField } from './events-page.ts';
import { everyEvent } from './every-event.ts';
import { expect, test } from './fixtures.ts';

const FACETS = [
  { title: 'Entity type', field: 'entityType', qualifier: 'entity-type' },
  { title: 'Actor', field: 'actor', qualifier: 'actor' },
  { title: 'Source', field: 'source', qualifier: 'source' },
] as const;

/** Of names that stand in a query without quotes. */
const PLAIN = /^[a-z][\w.-]*$/i;

const resultLine = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first$/ });

const eventsOf = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`;

for (const { title, field, qualifier } of FACETS)
  test(`${title}: names are counted as the events are, and are found or left out`, async ({
    page,
    request,
  }) => {
    await openEvents(page, '/events?ns=demo');
    const events = await everyEvent(request, 'demo');
    const counts = new Map<string, number>();
    for (const event of events) {
      const name = event[field] ?? `No ${title.toLowerCase()}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const ranked = [...counts].toSorted(([, one], [, other]) => other - one);
    await expect(resultLine(page)).toContainText(eventsOf(events.length));

    const facet = page.getByRole('group', { name: title, exact: true });
    const buttons = facet.getByRole('button', { name: /[\d,]+ events?$/ });
    await expect(buttons.first()).toBeVisible();
    const more = facet.getByRole('button', { name: /^Show \d+ more$/ });
    if (await more.isVisible()) await more.click();
    const shown = await buttons.evaluateAll((all) =>
      all.map((button) => [...button.children].flatMap(({ textContent }) => textContent || [])),
    );
    const told = ranked.map(([name, count]) => [name, eventsOf(count)]);
    expect(told).toEqual(expect.arrayContaining(shown));
    // Of equally frequent names either may be the last.
    expect(shown.map(([, count]) => count)).toEqual(told.slice(0, shown.length).map(([, count]) => count));
    const left = ranked.length - shown.length;
    if (left > 0)
      await expect(facet.getByText(`${left.toLocaleString('en')} more name`, { exact: false })).toBeVisible();

    const [name, count] = ranked.find(([one]) => PLAIN.test(one)) ?? ['', 0];
    const exclude = page.getByRole('button', { name: `Exclude ${name}`, exact: true });
    const row = facet.getByRole('listitem').filter({ has: exclude });
    const include = row.getByRole('button').first();
    await include.click();
    await expect(queryField(page)).toHaveText(`${qualifier}:${name}`);
    await expect(include).toHaveAttribute('aria-pressed', 'true');
    await expect(resultLine(page)).toContainText(eventsOf(count));
    await exclude.click();
    await expect(queryField(page)).toHaveText(`-${qualifier}:${name}`);
    await expect(exclude).toHaveAttribute('aria-pressed', 'true');
    await expect(include).toHaveAttribute('aria-pressed', 'false');
    await expect(resultLine(page)).toContainText(eventsOf(events.length - count));
    await exclude.click();
    await expect(queryField(page)).toHaveText('');
    await expect(resultLine(page)).toContainText(eventsOf(events.length));
  });
