import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Database } from '../database/database';
import type { RequestContext } from '../graphql/context';
import { badArgument } from '../graphql/page';
import { DateTime } from '../graphql/scalars';
import { Viewer } from '../members/viewer.type';
import type { GraphReader } from './graph-reader';
import { companiesOf, growthSince, industriesOf, weekBefore, weekOf } from './network-statistics.queries';

@ObjectType({ simpleResolvers: true, description: 'What a week has added to your network.' })
export class NetworkGrowth {
  @Field(() => DateTime, { description: 'Monday, midnight in UTC.' })
  weekStart: number;

  @Field(() => Int, { description: 'Connections made in that week that still stand.' })
  added: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many of your connections have something in common.' })
export class NetworkShare {
  @Field(() => String, { description: 'What: the name of an industry or a company.' })
  name: string;

  @Field(() => Int, { description: 'How many of your connections.' })
  count: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many members are so many steps away from you.' })
export class NetworkReach {
  @Field(() => Int, { description: 'Your connections.' })
  first: number;

  @Field(() => Int, { description: 'Members with whom you have a mutual connection.' })
  second: number;

  @Field(() => Int, { description: 'Members three steps away, over connections that you may know of.' })
  third: number;
}

@ObjectType('NetworkStatistics', { description: 'Your network in numbers. Only what you ask for is counted.' })
export class NetworkStatistics {}

const MOST_WEEKS = 104;
const MOST_SHARES = 50;

@Resolver(() => Viewer)
export class ViewerStatisticsResolver {
  @FieldResolver(() => NetworkStatistics, { description: 'Your network in numbers.' })
  networkStatistics(@Root() { memberId }: Viewer): Counted {
    return Object.assign(new NetworkStatistics(), { memberId });
  }
}

/** Whose statistics they are. */
interface Counted {
  readonly memberId: number;
}

@Resolver(() => NetworkStatistics)
export class NetworkStatisticsResolver {
  constructor(
    private readonly database: Database,
    private readonly graph: GraphReader,
  ) {}

  @FieldResolver(() => [NetworkGrowth], { description: 'The last weeks, the present one last.' })
  async growth(
    @Root() { memberId }: Counted,
    @Arg('weeks', () => Int, { defaultValue: 12, description: `How many, 1 to ${MOST_WEEKS}.` }) weeks: number,
  ): Promise<NetworkGrowth[]> {
    atMost('weeks', weeks, MOST_WEEKS);
    const last = weekOf(this.database.time());
    const first = weekBefore(last, weeks - 1);
    const found = new Map((await growthSince(this.database, memberId, first)).map((row) => [row.weekStart, row.added]));
    return Array.from({ length: weeks }, (_, n) => {
      const weekStart = weekBefore(last, weeks - 1 - n);
      return { weekStart, added: found.get(weekStart) ?? 0 };
    });
  }

  @FieldResolver(() => [NetworkShare], { description: 'The industries of your connections, the most frequent first.' })
  industries(
    @Root() { memberId }: Counted,
    @Arg('first', () => Int, { defaultValue: 10, description: `At most so many, 1 to ${MOST_SHARES}.` }) first: number,
  ): Promise<NetworkShare[]> {
    atMost('first', first, MOST_SHARES);
    return industriesOf(this.database, memberId, first);
  }

  @FieldResolver(() => [NetworkShare], { description: 'Where your connections work now, the most frequent first.' })
  companies(
    @Root() { memberId }: Counted,
    @Arg('first', () => Int, { defaultValue: 10, description: `At most so many, 1 to ${MOST_SHARES}.` }) first: number,
  ): Promise<NetworkShare[]> {
    atMost('first', first, MOST_SHARES);
    return companiesOf(this.database, memberId, first);
  }

  @FieldResolver(() => NetworkReach, { description: 'How far your network reaches.' })
  reach(@Root() { memberId }: Counted, @Ctx() context: RequestContext): Promise<NetworkReach> {
    context.requireViewer();
    return this.graph.reach(memberId);
  }
}

function atMost(argument: string, value: number, most: number): void {
  if (value < 1 || value > most) throw badArgument(argument, `Ask for 1 to ${most}.`);
}
