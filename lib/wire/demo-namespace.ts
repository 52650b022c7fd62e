/** Where the demo lives. */
export const DEMO_NAMESPACE = 'demo';
