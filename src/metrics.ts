import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How an event reached its listener: rung by a bell, found by the poll, or read while catching up. */
export type DeliveryCause = 'bell' | 'poll' | 'replay';

/** From one millisecond to ten seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What this process counts, for Prometheus. Every room counts its own; `/metrics` shows all. */
export class Metrics {
  readonly registry = new Registry();

  readonly httpSeconds = this.histogram('http_request_duration_seconds', 'Time to answer an HTTP request.', [
    'method',
    'route',
    'status',
  ]);
  readonly graphqlSeconds = this.histogram('graphql_operation_duration_seconds', 'Time to run a GraphQL operation.', [
    'transport',
    'type',
    'outcome',
  ]);
  readonly maskedErrors = this.counter('masked_errors_total', 'Errors hidden from clients: bugs and outages.', []);
  readonly sockets = this.gauge('sockets', 'WebSockets open now.');
  readonly eventResponses = this.gauge('event_streams', 'Responses of server-sent events open now.');
  readonly subscriptions = this.gauge('subscriptions', 'Subscriptions running now.');
  readonly socketsClosed = this.counter('sockets_closed_total', 'WebSockets that ended.', ['code']);
  readonly socketsEnding = this.counter('listeners_ended_total', 'Sockets and event streams that we have ended.', [
    'reason',
  ]);

  readonly deliveries = this.counter('deliveries_total', 'Events handed to listeners.', ['cause']);
  readonly bellsFailed = this.counter('bells_failed_total', 'Bells that could not be rung.', []);
  readonly bellDeaf = this.gauge('bell_deaf', '1 while no bells arrive and changes are found by polling.');
  readonly commands = this.counter('commands_total', 'Commands that went through the door.', ['outcome']);
  readonly batches = this.counter('batches_total', 'Transactions that committed commands.', []);

  /** Memory, garbage collection and event loop are watched only when asked: that cannot be undone within a process. */
  constructor({ watchProcess = false } = {}) {
    if (watchProcess) collectDefaultMetrics({ register: this.registry });
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({
      name,
      help,
      labelNames,
      buckets: SECONDS,
      registers: [this.registry],
    });
  }
}
