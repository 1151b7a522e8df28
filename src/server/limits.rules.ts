import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  KnownDirectivesRule,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
  visit,
} from 'graphql';
import { limitExceeded } from './failures';
import { repetitions } from './repetition.rules';

/** Bounds on the shape of a document. They are the same on every transport. */
export interface ShapeLimits {
  /** Bytes of the text: comments count as well, which the lexer's own limit on tokens lets pass. */
  readonly document: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly introspection: boolean;
}

export type DocumentReading =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

/** More errors than anybody reads in one answer only cost time. */
const MOST_ERRORS = 10;
/** How often one response name may be asked for in one place: the comparison of all pairs is what makes more expensive. */
const MOST_REPETITIONS = 60;

/** Parses and validates a document under the limits; cheap checks first, so that a costly document is never compared. */
export function readDocument(schema: GraphQLSchema, source: string, limits: ShapeLimits): DocumentReading {
  if (Buffer.byteLength(source) > limits.document)
    return { errors: [limitExceeded('document', `The document is longer than ${limits.document} bytes.`)] };
  try {
    const document = parse(source, { maxTokens: limits.tokens });
    checkShape(schema, document, limits);
    const errors = validate(schema, document, rules(limits), { maxErrors: MOST_ERRORS });
    return errors.length > 0 ? { errors: errors.map(coded('GRAPHQL_VALIDATION_FAILED')) } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [coded('GRAPHQL_PARSE_FAILED')(error)] };
    throw error;
  }
}

/** Throws the first limit that the document exceeds. */
function checkShape(schema: GraphQLSchema, document: DocumentNode, limits: ShapeLimits): void {
  const counted = limits.introspection ? withoutIntrospection(document) : document;
  const refuse = (limit: string, most: number) => ({
    onReject: [
      () => {
        throw limitExceeded(limit, `The document exceeds the limit of ${most} ${limit}.`);
      },
    ],
  });
  validate(schema, counted, [
    maxDepthRule({ n: limits.depth, flattenFragments: true, ...refuse('levels of depth', limits.depth) }),
    maxAliasesRule({ n: limits.aliases, allowList: [], ...refuse('aliases', limits.aliases) }),
    maxDirectivesRule({ n: limits.directives, ...refuse('directives', limits.directives) }),
  ]);
  if (repetitions(counted) > MOST_REPETITIONS)
    throw limitExceeded(
      'repetitions',
      `The document asks for one field more than ${MOST_REPETITIONS} times in one place.`,
    );
}

/** Where introspection is allowed, a tool's deep question about the schema is not held against it. */
function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: (node) => (node.name.value === '__schema' || node.name.value === '__type' ? null : undefined),
  });
}

function rules(limits: ShapeLimits): readonly ValidationRule[] {
  return limits.introspection ? RULES : [NoSchemaIntrospectionCustomRule, ...RULES];
}

/** Lets a rule report once a document: the tenth unknown directive says nothing that the first has not said. */
function once(rule: ValidationRule): ValidationRule {
  return (context) => {
    let reported = false;
    const reportError = (error: GraphQLError) => {
      if (!reported) context.reportError(error);
      reported = true;
    };
    return rule(Object.create(context, { reportError: { value: reportError } }));
  };
}

const RULES = specifiedRules.map((rule) => (rule === KnownDirectivesRule ? once(rule) : rule));

function coded(code: string): (error: GraphQLError) => GraphQLError {
  return (error) => {
    if (error.extensions.code === undefined) error.extensions.code = code;
    return error;
  };
}
