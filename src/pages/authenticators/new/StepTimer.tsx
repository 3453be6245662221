import { useEffect, useState } from 'react';
import { apiNow } from '../../../api/clock.ts';
import { secondsLeftInStep } from '../../../otp/key-uri.ts';
import { TimeRing } from '../../../ui/TimeRing.tsx';

/** The time left in the current time step, by the clock that the code is judged by. */
export function StepTimer({ period }: { period: number }) {
  const [secondsLeft, setSecondsLeft] = useState(() => secondsLeftInStep(period, apiNow()));
  useEffect(() => {
    const timer = setInterval(() => setSecondsLeft(secondsLeftInStep(period, apiNow())), 250);
    return () => clearInterval(timer);
  }, [period]);
  return <TimeRing secondsLeft={secondsLeft} period={period} />;
}
