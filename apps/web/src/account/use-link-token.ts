import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The single-use token that a mailed link carries behind its `#`. It is read once and taken out of the address bar, so
 * that neither the history nor a screen shows it; until it is used, this tab keeps it, also over a sign-in or a change
 * of language.
 */
export function useLinkToken(purpose: 'invitation' | 'password-reset'): {
  readonly token: string | null;
  readonly forget: () => void;
} {
  const key = `link:${purpose}`;
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(() => tokenIn(hash) ?? kept(key));
  useEffect(() => {
    const arrived = tokenIn(hash);
    if (arrived === null) return;
    setToken(arrived);
    keep(key, arrived);
    void navigate({ pathname, search, hash: '' }, { replace: true });
  }, [hash, key, navigate, pathname, search]);
  const forget = useCallback(() => {
    setToken(null);
    keep(key, null);
  }, [key]);
  return { token, forget };
}

function tokenIn(hash: string): string | null {
  const token = readable(hash.slice(1));
  return token && token.length <= 200 ? token : null;
}

function readable(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, token);
  } catch {
    // A browser that keeps nothing asks for the link again after a change of language.
  }
}
