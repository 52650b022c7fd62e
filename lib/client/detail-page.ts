/** How many events come with one request for whole events. Payloads may be up to a megabyte each, so a page is short. */
export const DETAIL_PAGE = 20;
