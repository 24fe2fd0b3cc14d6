import { parseXml, XmlElement } from '@rgrove/parse-xml';

export interface TwimlReply {
  body: string;
  /** Where the document says so; else whoever wrote. */
  to: string | null;
  from: string | null;
  statusCallback: string;
}

/** Raised where a document is not what the vendor takes: it goes to the fallback URL then. */
export class TwimlError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TwimlError';
  }
}

/** The texts that a messaging document asks for. An empty body, as of a 204, asks for none. */
export function repliesIn(document: string): TwimlReply[] {
  if (document.trim() === '') return [];
  const root = rootOf(document);
  if (root.name !== 'Response') throw new TwimlError('the document does not start with Response');
  return elementsOf(root)
    .filter((verb) => verb.name === 'Message' || verb.name === 'Sms')
    .map((verb) => ({
      body: bodyOf(verb),
      to: verb.attributes.to ?? null,
      from: verb.attributes.from ?? null,
      statusCallback: verb.attributes.statusCallback ?? '',
    }))
    .filter((reply) => reply.body !== '');
}

function rootOf(document: string): XmlElement {
  try {
    const { root } = parseXml(document);
    if (root) return root;
  } catch (cause) {
    throw new TwimlError(cause instanceof Error ? cause.message : 'the document cannot be read');
  }
  throw new TwimlError('the document is empty');
}

function bodyOf(verb: XmlElement): string {
  const bodies = elementsOf(verb).filter((child) => child.name === 'Body');
  return (bodies.length > 0 ? bodies.map((child) => child.text).join('') : verb.text).trim();
}

function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child instanceof XmlElement);
}
