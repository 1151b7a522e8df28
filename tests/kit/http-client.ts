/** What a GraphQL server answered. `data` is as the test expects it; a wrong expectation fails where it is read. */
export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly requestId?: string;
      readonly limit?: string;
      readonly cost?: number;
    };
  }[];
  readonly extensions: { readonly cost?: number };
}

export interface HttpRequest {
  readonly token?: string | undefined;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client that sends one operation a request, as most apps do. */
export class HttpClient {
  constructor(private readonly url: string) {}

  async query<Data = Record<string, unknown>>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    { token, operationName, headers }: HttpRequest = {},
  ): Promise<GraphQLAnswer<Data>> {
    const response = await this.post(JSON.stringify({ query, variables, operationName }), {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    });
    const body: Pick<GraphQLAnswer<Data>, 'data' | 'errors' | 'extensions'> = JSON.parse(await response.text());
    return {
      ...body,
      errors: body.errors ?? [],
      extensions: body.extensions ?? {},
      status: response.status,
      headers: response.headers,
    };
  }

  /** Sends bytes as they are. */
  post(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.url}/graphql`, { method: 'POST', body, headers });
  }
}
