/** IPv4 routes. RFC 1122, 3.3.1 "Routing Outbound Datagrams"; RFC 1812, 5.2.4.3 "Next Hop Address" (longest match). */
import { type Cidr, type Ip, isInNetwork } from './address.ts';

export interface Route {
  readonly to: Cidr;
  readonly dev: string;
  /** The next hop; without it the destination itself is on the link. */
  readonly via?: Ip;
}

/** The route with the longest prefix that the destination lies in; the first of equals. */
export const longestMatch = (routes: readonly Route[], destination: Ip): Route | undefined =>
  routes
    .filter((route) => isInNetwork(destination, route.to))
    .reduce<Route | undefined>((best, route) => (best && best.to.bits >= route.to.bits ? best : route), undefined);
