// The same job without any script.
import './story.spec';
