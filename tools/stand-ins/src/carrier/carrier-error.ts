/** A refusal in the vendor's form: the REST API answers with it. */
export class CarrierError extends Error {
  readonly code: number;
  readonly httpStatus: number;
  readonly retryAfterSeconds: number | null;

  constructor(code: number, message: string, httpStatus: number, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = 'CarrierError';
    this.code = code;
    this.httpStatus = httpStatus;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

// Codes and words: https://www.twilio.com/docs/api/errors
export const carrierErrors = {
  authenticate: () => new CarrierError(20003, 'Authenticate', 401),
  notFound: (path: string) => new CarrierError(20404, `The requested resource ${path} was not found`, 404),
  tooMany: () => new CarrierError(20429, 'Too Many Requests', 429, 1),
  invalidTo: (to: string) =>
    new CarrierError(21211, `The 'To' number ${to} is not a valid phone number.`, 400),
  invalidFrom: (from: string) =>
    new CarrierError(21212, `The 'From' number ${from} is not a valid phone number.`, 400),
  regionNotAllowed: (to: string) =>
    new CarrierError(
      21408,
      `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}.`,
      400,
    ),
  bodyRequired: () => new CarrierError(21602, 'Message body is required.', 400),
  fromRequired: () => new CarrierError(21603, "A 'From' phone number is required.", 400),
  toRequired: () => new CarrierError(21604, "A 'To' phone number is required.", 400),
  fromNotUsable: (from: string) =>
    new CarrierError(
      21606,
      `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`,
      400,
    ),
  optedOut: () => new CarrierError(21610, 'Attempt to send to unsubscribed recipient', 400),
  queueFull: (from: string) =>
    new CarrierError(
      21611,
      `This 'From' number ${from} has exceeded the maximum number of queued messages`,
      429,
    ),
  notRoutable: (to: string) =>
    new CarrierError(
      21612,
      `Message cannot be sent with the current combination of 'To' (${to}) and 'From' parameters`,
      400,
    ),
  notMobile: (to: string) => new CarrierError(21614, `'To' number is not a valid mobile number: ${to}`, 400),
  bodyTooLong: () =>
    new CarrierError(21617, 'The concatenated message body exceeds the 1600 character limit', 400),
  otherAccount: (from: string) =>
    new CarrierError(21660, `Mismatch between the 'From' number ${from} and the account`, 400),
  noSuchService: () => new CarrierError(21701, 'The Messaging Service does not exist', 404),
  emptyService: () => new CarrierError(21704, 'The Messaging Service contains no phone numbers', 400),
  fromNotInService: () =>
    new CarrierError(21712, "The 'From' phone number does not belong to the Messaging Service", 400),
  numberTaken: (number: string) => new CarrierError(21422, `${number} is not available.`, 400),
  numberRequired: () => new CarrierError(21421, 'PhoneNumber is invalid', 400),
} as const;
