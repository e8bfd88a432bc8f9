import { type ComponentType, memo, Suspense, use, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far below the window a part is still out of sight when its script is fetched, in pixels. */
const AHEAD = 1400;

interface Near {
  readonly promise: Promise<void>;
  come(): void;
}
function createNear(): Near {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, come: resolve };
}

/**
 * A part of the text that is far down a page. It is in the served HTML; its
 * script is fetched, and the part taken over, when the reader comes near it.
 * Only its id may change from outside: what is not yet live must not be redrawn.
 */
export function later<P extends { readonly id: string }>(
  load: (id: string) => Promise<ComponentType<P>>,
): ComponentType<P> {
  const underway = new Map<string, Promise<ComponentType<P>>>();
  const heights = new Map<string, number>();
  const here = new Set<string>();
  const bring = (id: string) => {
    const known = underway.get(id);
    if (known) return known;
    const coming = load(id);
    underway.set(id, coming);
    coming.then(() => here.add(id));
    return coming;
  };
  function Part({ near, own, onLive }: { near: Near | undefined; own: P; onLive: () => void }) {
    if (near && !here.has(own.id)) use(near.promise);
    const View = use(bring(own.id));
    // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the part comes to life
    useEffect(onLive, []);
    return <View {...own} />;
  }
  return memo(function Later(props: P) {
    // Written without a screen, nothing waits.
    const [near] = useState(() => (typeof window === 'undefined' ? undefined : createNear()));
    const place = useRef<HTMLDivElement>(null);
    const handIn = useNear(place, near);
    // In another language the part holds the height it had until it is there, so that the reader keeps the place.
    useLayoutEffect(() => {
      const element = place.current;
      return () => void heights.set(props.id, element?.offsetHeight ?? 0);
    }, [props.id]);
    const height = here.has(props.id) ? undefined : heights.get(props.id);
    return (
      <div ref={place} style={height ? { minBlockSize: height } : undefined}>
        <Suspense>
          <Part near={near} own={props} onLive={handIn} />
        </Suspense>
      </div>
    );
  });
}

/**
 * Tells when the reader comes near: by scrolling, by pointer, or by keyboard.
 * Returns what to do once the part is live: a form that was sent before is sent then.
 */
function useNear(place: React.RefObject<HTMLDivElement | null>, near: Near | undefined): () => void {
  const held = useRef<HTMLFormElement>(null);
  const live = useRef(false);
  useEffect(() => {
    const element = place.current;
    if (!element || !near) return;
    if (typeof IntersectionObserver === 'undefined') return near.come();
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && near.come(), {
      rootMargin: `${AHEAD}px`,
    });
    seen.observe(element);
    // A form that is not live yet would load the page anew.
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      if (!live.current && event.target instanceof HTMLFormElement) held.current = event.target;
    };
    element.addEventListener('submit', hold);
    element.addEventListener('focusin', near.come);
    element.addEventListener('pointerover', near.come);
    return () => {
      seen.disconnect();
      element.removeEventListener('submit', hold);
      element.removeEventListener('focusin', near.come);
      element.removeEventListener('pointerover', near.come);
    };
  }, [place, near]);
  return () => {
    live.current = true;
    // After the fields have taken in what was picked and written before.
    if (held.current) setTimeout((form) => form.requestSubmit(), 0, held.current);
  };
}
