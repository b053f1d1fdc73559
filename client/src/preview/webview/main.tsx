/** The preview's page: draws the app and says that it listens. */
import './charts/charts.css';
import './style.css';
import './moves.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { connectHost } from './host.ts';

const host = connectHost();
const page = document.getElementById('page')!;
render(<App host={host} definition={page.dataset.definition ?? ''} language={document.documentElement.lang} />, page);
