import { Laptop, Monitor, Smartphone, Tablet } from 'lucide-react';

const phone = /iphone|\bios\b|android|phone|mobile/i;
const tablet = /ipad|tablet/i;
const desktop = /desktop|server|xbox|playstation|\btv\b/i;

/** A picture of the kind of device that runs an operating system; a laptop where the words don't tell. */
export function DeviceIcon({ operatingSystem }: { operatingSystem: string }) {
  if (tablet.test(operatingSystem)) return <Tablet aria-hidden="true" />;
  if (phone.test(operatingSystem)) return <Smartphone aria-hidden="true" />;
  if (desktop.test(operatingSystem)) return <Monitor aria-hidden="true" />;
  return <Laptop aria-hidden="true" />;
}
