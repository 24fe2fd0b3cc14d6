import swagger from '@fastify/swagger';
import { Problem } from '@servicepro/contracts';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';

export interface OpenApiOptions {
  title: string;
  version: string;
  description?: string;
  /** Where the document is served, such as /api/openapi.json. */
  path: string;
}

/** Makes an OpenAPI 3.1 document of the routes' Zod schemas; every operation also answers with a Problem. */
export async function addOpenApi(app: FastifyInstance, options: OpenApiOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: options.title, version: options.version, description: options.description ?? '' },
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => withProblems(jsonSchemaTransformObject(input)),
  });
  app.get(options.path, { schema: { hide: true } }, async () => app.swagger());
}

/** The document as it is checked in: stable, two spaces, a newline at the end. */
export async function renderOpenApi(app: FastifyInstance): Promise<string> {
  await app.ready();
  return `${JSON.stringify(app.swagger(), null, 2)}\n`;
}

type Document = ReturnType<typeof jsonSchemaTransformObject>;

function withProblems(document: Document): Document {
  const { $schema: _, ...schema } = z.toJSONSchema(Problem, { io: 'output' });
  const answer = {
    description: 'A problem document (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operations = Object.entries(item ?? {}).map(([method, operation]) =>
      isOperation(operation)
        ? [method, { ...operation, responses: { ...operation.responses, default: answer } }]
        : [method, operation],
    );
    return [path, Object.fromEntries(operations)];
  });
  const components = 'components' in document ? document.components : undefined;
  const schemas = { ...components?.schemas, Problem: schema };
  return asDocument({
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...components, schemas },
  });
}

/** Guarantee: a document with one schema and one answer added; Zod's type of a JSON Schema is wider than OpenAPI's. */
function asDocument(document: object): Document {
  return document as Document;
}

function isOperation(value: unknown): value is { responses?: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'responses' in value;
}
