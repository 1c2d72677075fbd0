import { answerDocument } from '@/app/api/v1/answer';
import { openApiDocument } from '@/lib/publishing/api/openapi';

/** The interface as an OpenAPI document, in the language of the request. */
export async function GET(request: Request): Promise<Response> {
  return answerDocument(request, openApiDocument);
}
