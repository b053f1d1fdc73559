/** The preview's page: draws the app and says that it listens. */
import './charts/charts.css';
import './frame.css';
import './tiers.css';
import './table.css';
import './unit.css';
import './indicators.css';
import './breakdown.css';
import './parts.css';
import './contrast.css';
import './moves.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { connectHost } from './host.ts';

const host = connectHost();
const page = document.getElementById('page')!;
render(<App host={host} definition={page.dataset.definition ?? ''} language={document.documentElement.lang} />, page);
