import type { LanguageModelUsage } from "ai";
import type { LanguageModel } from "#lib/domain/language-model";
import { MOST_TOKENS_OUT, type RequestFault, type Tokens } from "#lib/domain/proposals";
import { answerWithin, TooLongError } from "./answer-within";
import type { Question } from "./questions";

/** One press of a button is one request: what is counted and what is asked are the same, and a person decides whether to ask again. */
const RETRIES = 0;

export type Answer =
  | { readonly outcome: "ANSWERED"; readonly proposed: readonly unknown[]; readonly tokens: Tokens | null }
  | { readonly outcome: "FAILED"; readonly fault: RequestFault; readonly tokens: Tokens | null }
  | { readonly outcome: "CANCELLED"; readonly tokens: null };

/** Where it is known that no model worked, nothing is to be paid. */
const UNPAID: Tokens = { in: 0, out: 0 };
/** What Node calls a connection that never came about. */
const NEVER_MADE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Ask the language model. It is given no tools, and sees our words and the material and nothing else; what it says is looked at by whoever asks.
 *
 * `signal`   ends the request when whoever asked does not want it any more
 * Returns    always; `tokens` are as the server counted, nothing where no model worked, and null where nobody knows. Nothing that a server says of an
 *            error is handed on: some repeat the key.
 */
export async function askModel(
  model: LanguageModel,
  question: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const limit = AbortSignal.timeout(model.timeLimit);
  try {
    return await generated(model, question, AbortSignal.any([signal, limit]));
  } catch (error) {
    if (signal.aborted) return { outcome: "CANCELLED", tokens: null };
    if (limit.aborted) return { outcome: "FAILED", fault: "TIMED_OUT", tokens: null };
    return { outcome: "FAILED", ...(await faultOf(error)) };
  }
}

/** The packages are loaded when somebody asks for the first time: where no model is set they never are. */
async function generated(model: LanguageModel, question: Question, signal: AbortSignal): Promise<Answer> {
  const [{ generateText, Output }, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const provider = createOpenAICompatible({
    name: "llm",
    baseURL: model.url,
    ...(model.key === null ? {} : { apiKey: model.key }),
    fetch: answerWithin,
    supportsStructuredOutputs: true,
  });
  const result = await generateText({
    model: provider(model.name),
    system: question.prompt.words,
    prompt: question.material,
    output: Output.object({ schema: question.prompt.shape }),
    maxOutputTokens: MOST_TOKENS_OUT,
    maxRetries: RETRIES,
    abortSignal: signal,
  });
  const tokens = tokensOf(result.totalUsage);
  // It was cut off, or refused to answer.
  if (result.finishReason !== "stop") return { outcome: "FAILED", fault: "NONSENSE", tokens };
  return { outcome: "ANSWERED", proposed: result.output.proposals, tokens };
}

/** As the server counted; null where it didn't, or counted what can't be. */
function tokensOf({ inputTokens, outputTokens }: LanguageModelUsage): Tokens | null {
  if (!isCount(inputTokens) || !isCount(outputTokens)) return null;
  return { in: inputTokens, out: outputTokens };
}

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= 100_000_000;

async function faultOf(error: unknown): Promise<{ fault: RequestFault; tokens: Tokens | null }> {
  const { APICallError, NoObjectGeneratedError } = await import("ai");
  const causes = causesOf(error);
  if (causes.some((one) => one instanceof TooLongError)) return { fault: "TOO_LONG", tokens: null };
  if (NoObjectGeneratedError.isInstance(error)) {
    return { fault: "NONSENSE", tokens: error.usage === undefined ? null : tokensOf(error.usage) };
  }
  if (!APICallError.isInstance(error)) return { fault: "NONSENSE", tokens: null };
  const { statusCode } = error;
  if (statusCode === undefined) {
    const wasNeverMade = causes.some((one) => "code" in one && NEVER_MADE.has(String(one.code)));
    return { fault: "UNREACHABLE", tokens: wasNeverMade ? UNPAID : null };
  }
  // It answered, and not as such a server does.
  if (statusCode < 300) return { fault: "NONSENSE", tokens: null };
  return { fault: faultOfStatus(statusCode), tokens: UNPAID };
}

function causesOf(error: unknown): Error[] {
  const all: Error[] = [];
  for (let one = error; one instanceof Error && all.length < 5; one = one.cause) all.push(one);
  return all;
}

function faultOfStatus(status: number): RequestFault {
  if (status === 401 || status === 403) return "KEY_REFUSED";
  if (status === 404 || status < 400) return "NOT_FOUND";
  if (status === 429) return "TOO_MANY";
  return status < 500 ? "SERVER_REFUSED" : "SERVER_BROKEN";
}
