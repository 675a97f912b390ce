import './stand-in';
