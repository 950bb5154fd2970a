"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const PAUSE = 2000;

/** Draw the page anew every two seconds while something on it moves by itself. */
export function useLookAgain(isMoving: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), PAUSE);
    return () => clearInterval(timer);
  }, [isMoving, router]);
}
