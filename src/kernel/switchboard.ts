/** Something that can have happened, named by the domain in which it happens. */
export interface Topic<T> {
  readonly name: string;
  /** Only there for the compiler. */
  readonly news?: T;
}

export function topic<T>(name: string): Topic<T> {
  return { name };
}

type Listener = (news: never) => void | Promise<void>;

/** What happens after what. `house.ts` is the only place that calls `on`. */
export interface Switchboard {
  on<T>(topic: Topic<T>, listener: (news: T) => void | Promise<void>): void;
  /** Tells the listeners, in the order of their wiring. */
  tell<T>(topic: Topic<T>, news: T): Promise<void>;
}

export function createSwitchboard(): Switchboard {
  const listeners = new Map<string, Listener[]>();
  return {
    on(topic, listener) {
      listeners.set(topic.name, [...(listeners.get(topic.name) ?? []), listener as Listener]);
    },
    async tell(topic, news) {
      for (const listener of listeners.get(topic.name) ?? []) await listener(news as never);
    },
  };
}
