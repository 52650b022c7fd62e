import { openApiDocument } from '#wire/api';
import { answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

const document = JSON.stringify(openApiDocument());

/** The document of this API: OpenAPI 3.1. */
export const GET = answered(async (request: Request): Promise<Response> => answerJson(request, document));
