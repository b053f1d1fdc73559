/** The comparison's page: draws the app and says that it listens. */
import './style.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { connectHost } from './host.ts';

const page = document.getElementById('page')!;
const host = connectHost(JSON.parse(page.dataset.definition ?? '{}'));
render(<App host={host} language={document.documentElement.lang} />, page);
host.post('ready', {});
